/* Every limit on rule files, with its reason. Tests run at n and n + 1. */
#ifndef AZIMUT_RULES_LIMITS_H
#define AZIMUT_RULES_LIMITS_H

#define SOURCE_BYTES_MAX 65536u           /* the longest real rule file is under 8 KB; keeps Lua's compiler out of its corners */
#define LOAD_INSTRUCTIONS_MAX 10000000    /* a real file needs some thousands */
#define LOAD_BYTES_MAX (16u << 20)        /* Lua heap of one script at load */
#define CALLBACK_INSTRUCTIONS_MAX 1000000 /* one call on one row */
#define CALLBACK_BYTES_MAX (1u << 20)
#define SCRIPT_STRING_MAX 65536u /* one string: comparing two costs the square of nothing worse than this */
#define NODES_PER_PROGRAMME_MAX 4096
#define TREE_DEPTH_MAX 64
#define PROGRAMMES_MAX 100000

#endif
