/// Starting a child process with everything that `posix_spawn` and Swift's Glibc module leave out.
#ifndef RUNBOOK_CSYSTEM_CHILD_PROCESS_H
#define RUNBOOK_CSYSTEM_CHILD_PROCESS_H

#include <stdint.h>
#include <sys/types.h>

/// What to start; all memory stays the caller's.
struct cs_spawn_request {
    const char *executable;   // a path, not searched for
    char *const *arguments;   // ends with NULL, begins with the name of the program
    char *const *environment; // ends with NULL; nothing is added
    const char *directory;    // NULL: the caller's
    int input;                // these three become 0, 1 and 2; every other descriptor is closed
    int output;
    int errors;
    uint64_t address_space;   // bytes, 0: no limit
    uint64_t cpu_seconds;     // 0: no limit
};

/// A started child, or the step that failed and its errno.
struct cs_spawn_result {
    pid_t pid;
    int pidfd;
    const char *failed_step; // NULL: started
    int error;
};

/// Starts a child in a process group of its own, which the kernel kills when the *calling thread* ends (PR_SET_PDEATHSIG).
/// The descriptor `pidfd` is readable once the child has ended; the child stays a zombie until `cs_reap`.
struct cs_spawn_result cs_spawn(const struct cs_spawn_request *request);

/// Takes the ended child `pid` away: its exit code, or the negative number of the signal that ended it.
int cs_reap(pid_t pid);

/// A pipe that no child inherits; our end, `ours` (0 reads, 1 writes), does not block. Returns an errno, or 0.
int cs_pipe(int ends[2], int ours);

/// A descriptor that becomes readable by a write to it and that no child inherits; negative: -errno.
int cs_wake_descriptor(void);

#endif
