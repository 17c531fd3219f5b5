/* What a sub-command is, and how the program ends. */
#ifndef AZIMUT_CLI_COMMAND_H
#define AZIMUT_CLI_COMMAND_H

typedef enum ExitCode {
    EXIT_DONE = 0,
    EXIT_RULE_ERRORS = 1, /* done, but some rule files have errors; results were printed */
    EXIT_USAGE = 2,       /* the command line was not understood; nothing ran */
    EXIT_NOTHING = 3,     /* nothing usable: input refused, reading or writing failed, out of memory */
    EXIT_REJECTED = 4     /* batch: done, and some rows were refused */
} ExitCode;

/* Each takes what follows its name. */
ExitCode batch_command(int count, char **arguments);
ExitCode check_command(int count, char **arguments);
ExitCode eval_command(int count, char **arguments);
ExitCode explain_command(int count, char **arguments);
ExitCode facts_command(int count, char **arguments);
ExitCode new_command(int count, char **arguments);
ExitCode programmes_command(int count, char **arguments);
ExitCode questions_command(int count, char **arguments);
ExitCode types_command(int count, char **arguments);
ExitCode test_command(int count, char **arguments);

#endif
