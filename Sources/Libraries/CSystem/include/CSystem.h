/// The system calls that Swift's Glibc module does not show: spawning with a group and limits, pidfd, signals, termios.
#ifndef RUNBOOK_CSYSTEM_H
#define RUNBOOK_CSYSTEM_H

#include "child_process.h"
#include "files.h"
#include "signals.h"
#include "terminal.h"

#endif
