#ifndef RUNBOOK_CSYSTEM_TERMINAL_H
#define RUNBOOK_CSYSTEM_TERMINAL_H

#include <stddef.h>

/// How a terminal hands over what is typed.
enum runbook_terminal_mode {
    /// Whole lines, not shown while they are typed.
    RUNBOOK_TERMINAL_HIDDEN,
    /// Each key at once, not shown; Ctrl-C still makes a signal.
    RUNBOOK_TERMINAL_KEYS,
};

/// Changes the terminal's mode until `runbook_terminal_leave`, and throws away what was typed before.
///
/// The mode found is put back also when the process exits, is stopped by Ctrl-Z or dies of a signal (but KILL).
/// One terminal at a time. Gives 0 or an error number.
int runbook_terminal_enter(int fd, enum runbook_terminal_mode mode);

/// Puts back the mode that `runbook_terminal_enter` found; may be called when nothing is to be put back.
void runbook_terminal_leave(void);

/// The number of columns of the terminal, 0 when it is not known.
int runbook_terminal_width(int fd);

/// Throws away what was typed and not read yet; a line that was begun, too.
void runbook_terminal_flush(int fd);

/// Opens a new pseudo-terminal; `name` gets the path of its lower end. Gives the upper end or a negative error number.
int runbook_pseudo_terminal(char *name, size_t size);

#endif
