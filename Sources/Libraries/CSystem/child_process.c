#define _GNU_SOURCE
#include "child_process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static int set_limit(__rlimit_resource_t resource, uint64_t value) {
    struct rlimit limit = {.rlim_cur = value, .rlim_max = value};
    return value == 0 ? 0 : setrlimit(resource, &limit);
}

/// Lowers a limit that Linux has not looked at since 2.4.25 (getrlimit(2)). Whoever comes from this child has the mark,
/// however often it forks and whatever it does to its environment: only CAP_SYS_RESOURCE raises a hard limit.
/// The soft limit says which child it was.
static void mark(uint64_t number) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_LOCKS, &limit) != 0) return;
    if (limit.rlim_max > CS_MARK) limit.rlim_max = CS_MARK;
    limit.rlim_cur = number != 0 && number < limit.rlim_max ? number : limit.rlim_max;
    setrlimit(RLIMIT_LOCKS, &limit);
}

int cs_is_marked(void) {
    struct rlimit limit;
    return getrlimit(RLIMIT_LOCKS, &limit) == 0 && limit.rlim_max <= CS_MARK;
}

void cs_hide_memory(void) {
    prctl(PR_SET_DUMPABLE, 0);
    struct rlimit limit = {.rlim_cur = CS_NO_CORE, .rlim_max = CS_NO_CORE};
    setrlimit(RLIMIT_CORE, &limit);
}

int cs_adopt(void) { return prctl(PR_SET_CHILD_SUBREAPER, 1); }

void cs_reap_adopted(pid_t pid) {
    int status;
    waitpid(pid, &status, WNOHANG);
}

static void close_from(int first) {
    if (syscall(SYS_close_range, first, ~0U, 0) == 0) {
        return;
    }
    long last = sysconf(_SC_OPEN_MAX);
    for (int descriptor = first; descriptor < last; descriptor += 1) {
        close(descriptor);
    }
}

static void forget_signals(void) {
    struct sigaction standard = {.sa_handler = SIG_DFL};
    for (int number = 1; number < NSIG; number += 1) {
        sigaction(number, &standard, NULL); // fails for KILL and STOP, which have no handler to forget
    }
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

/// Moves the three descriptors above 2 first: with a closed standard stream one of them may sit where another must go.
static int place_streams(const struct cs_spawn_request *request) {
    int given[3] = {request->input, request->output, request->errors};
    for (int target = 0; target < 3; target += 1) {
        given[target] = fcntl(given[target], F_DUPFD, 3);
        if (given[target] < 0) {
            return -1;
        }
    }
    for (int target = 0; target < 3; target += 1) {
        if (dup2(given[target], target) < 0) {
            return -1;
        }
    }
    return 0;
}

/// Runs in the child, on the parent's memory: only async-signal-safe calls. Returns the step that failed.
static const char *become(const struct cs_spawn_request *request, pid_t parent) {
    // A session of its own has no terminal: it cannot type into ours (TIOCSTI), nor take what is typed.
    if (setsid() < 0) return "setsid";
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return "prctl";
    if (getppid() != parent) return "getppid"; // the parent died before the line above
    if (place_streams(request) != 0) return "dup2";
    close_from(3);
    if (request->directory != NULL && chdir(request->directory) != 0) return "chdir";
    if (set_limit(RLIMIT_AS, request->address_space) != 0) return "setrlimit";
    if (set_limit(RLIMIT_CPU, request->cpu_seconds) != 0) return "setrlimit";
    if (set_limit(RLIMIT_CORE, CS_NO_CORE) != 0 && errno != EPERM) return "setrlimit";
    if (request->is_marked) mark(request->mark);
    forget_signals();
    execve(request->executable, request->arguments, request->environment);
    return "execve";
}

struct cs_spawn_result cs_spawn(const struct cs_spawn_request *request) {
    // The child writes here while it shares our memory, hence volatile.
    const char *volatile failed_step = NULL;
    volatile int error = 0;
    pid_t parent = getpid();

    // A handler that ran in the child would run on the parent's memory.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pid_t pid = vfork();
    if (pid == 0) {
        failed_step = become(request, parent);
        error = errno;
        _exit(127);
    }
    int fork_error = errno;
    pthread_sigmask(SIG_SETMASK, &before, NULL);

    if (pid < 0) {
        return (struct cs_spawn_result){-1, -1, "vfork", fork_error};
    }
    if (failed_step != NULL) {
        cs_reap(pid);
        return (struct cs_spawn_result){-1, -1, failed_step, error};
    }
    int pidfd = (int)syscall(SYS_pidfd_open, pid, 0);
    if (pidfd < 0) {
        int pidfd_error = errno;
        kill(-pid, SIGKILL);
        cs_reap(pid);
        return (struct cs_spawn_result){-1, -1, "pidfd_open", pidfd_error};
    }
    return (struct cs_spawn_result){pid, pidfd, NULL, 0};
}

int cs_reap(pid_t pid) {
    int status = 0;
    while (waitpid(pid, &status, 0) < 0) {
        if (errno != EINTR) {
            return 127;
        }
    }
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

int cs_pipe(int ends[2], int ours) {
    if (pipe2(ends, O_CLOEXEC) != 0) {
        return errno;
    }
    fcntl(ends[ours], F_SETFL, fcntl(ends[ours], F_GETFL) | O_NONBLOCK);
    return 0;
}

int cs_wake_descriptor(void) {
    int descriptor = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    return descriptor < 0 ? -errno : descriptor;
}
