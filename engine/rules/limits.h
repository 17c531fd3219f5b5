/* Every limit on rule files, with its reason. Tests run at n and n + 1. */
#ifndef AZIMUT_RULES_LIMITS_H
#define AZIMUT_RULES_LIMITS_H

#define SOURCE_BYTES_MAX 65536u           /* the longest real rule file is under 8 KB; keeps Lua's compiler out of its corners */
#define SOURCE_DEPTH_MAX 150              /* open brackets; Lua's own parser stops at 200 C levels */
#define SOURCE_CHAIN_MAX 64               /* a.b.c…: naming such a chain in an error costs Lua 5.4.4 one C level a link */
#define LOAD_INSTRUCTIONS_MAX 10000000    /* a real file needs some thousands */
#define LOAD_BYTES_MAX (16u << 20)        /* Lua heap of one script at load, and as much again for what its words build */
#define CALLBACK_INSTRUCTIONS_MAX 1000000 /* one call on one row */
#define CALLBACK_BYTES_MAX (1u << 20)
#define SCRIPT_STRING_MAX 65536u /* one string: a single instruction may compare or convert it */
#define SCRIPT_STACK_MAX 8192u   /* slots: a single instruction may copy them all (`f(...)`) */
#define SCRIPT_VALUES_MAX 250    /* results of table.unpack and string.byte, arguments of string.char */
#define SCRIPT_FINDINGS_MAX 200  /* errors of one file: beyond it nobody reads on */
#define SCRIPT_CALLS_MAX 16      /* of one word, alike, on one line, that are told apart in findings */
#define SCRIPT_MESSAGE_MAX 400   /* bytes of a message that a script wrote */
#define NODES_PER_PROGRAMME_MAX 4096
#define TREE_DEPTH_MAX 64
#define PROGRAMMES_MAX 100000

#endif
