#define _GNU_SOURCE
#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

static atomic_int write_end = -1;
static struct sigaction former[NSIG];
static int taken[NSIG];

static void forward(int number) {
    int saved = errno;
    int fd = atomic_load(&write_end);
    unsigned char byte = (unsigned char)number;
    // A full pipe drops the signal: then thousands wait to be read already.
    if (fd >= 0 && write(fd, &byte, 1) < 0) errno = 0;
    errno = saved;
}

int runbook_signals_open(const int *signals, int count) {
    if (atomic_load(&write_end) >= 0) return -EALREADY;
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return -errno;
    fcntl(ends[1], F_SETFL, O_NONBLOCK);
    atomic_store(&write_end, ends[1]);
    for (int i = 0; i < count; i++) {
        int number = signals[i];
        if (number <= 0 || number >= NSIG || taken[number]) continue;
        struct sigaction action = {.sa_handler = forward, .sa_flags = SA_RESTART};
        sigfillset(&action.sa_mask);
        if (sigaction(number, NULL, &former[number]) != 0 || former[number].sa_handler == SIG_IGN) continue;
        taken[number] = sigaction(number, &action, NULL) == 0;
    }
    return ends[0];
}

void runbook_signals_close(void) {
    for (int number = 1; number < NSIG; number++) {
        if (taken[number]) sigaction(number, &former[number], NULL);
        taken[number] = 0;
    }
    int fd = atomic_exchange(&write_end, -1);
    if (fd >= 0) close(fd);
}
