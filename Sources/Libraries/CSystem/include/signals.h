#ifndef RUNBOOK_CSYSTEM_SIGNALS_H
#define RUNBOOK_CSYSTEM_SIGNALS_H

/// Writes the number of each of the signals, from now on, as one byte into a pipe instead of their usual effect.
///
/// A signal that is ignored (`nohup`) stays so. Gives the pipe's end to read, or a negative error number;
/// -EALREADY when it is in use. `runbook_signals_close` ends it.
int runbook_signals_open(const int *signals, int count);

/// Gives the signals their former effect back and closes the pipe's end to write, so that the reader sees its end.
void runbook_signals_close(void);

#endif
