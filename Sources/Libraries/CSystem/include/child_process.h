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
    int is_marked;            // whether it and all that comes from it are known as ours, see `cs_is_marked`
    uint64_t mark;            // less than CS_MARK: which child it and all that comes from it belong to, 0: to none
};

/// The limit that marks a child, and all that comes from it.
#define CS_MARK 0x52554E42

/// No core: a file needs a page at least, and 1 also tells the kernel to give none to a program (core(5)).
#define CS_NO_CORE 1

/// A started child, or the step that failed and its errno.
struct cs_spawn_result {
    pid_t pid;
    int pidfd;
    const char *failed_step; // NULL: started
    int error;
};

/// Starts a child in a session of its own, without a terminal and without core dumps, which the kernel kills when the *calling thread* ends (PR_SET_PDEATHSIG).
/// The descriptor `pidfd` is readable once the child has ended; the child stays a zombie until `cs_reap`.
struct cs_spawn_result cs_spawn(const struct cs_spawn_request *request);

/// Takes the ended child `pid` away: its exit code, or the negative number of the signal that ended it.
int cs_reap(pid_t pid);

/// Whether this process comes from a child that was marked, through however many others.
int cs_is_marked(void);

/// Keeps the memory of this process to itself: no core dump, and no other process of the same user may look into it.
void cs_hide_memory(void);

/// Makes this process the parent of those that its children leave behind (PR_SET_CHILD_SUBREAPER). Gives 0 or -1.
int cs_adopt(void);

/// Takes a process away that was left behind and has ended; does nothing when it still runs.
void cs_reap_adopted(pid_t pid);

/// A pipe that no child inherits; our end, `ours` (0 reads, 1 writes), does not block. Returns an errno, or 0.
int cs_pipe(int ends[2], int ours);

/// A descriptor that becomes readable by a write to it and that no child inherits; negative: -errno.
int cs_wake_descriptor(void);

#endif
