#define _GNU_SOURCE
#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static struct termios found;
static struct termios wanted;
static atomic_int terminal = -1;

static const int deadly[] = {SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGTERM};
static struct sigaction former[NSIG];

// tcsetattr is safe in a signal handler, and so is everything else that these two call.
static void put_back(void) {
    int fd = atomic_load(&terminal);
    if (fd >= 0) tcsetattr(fd, TCSANOW, &found);
}

static void die(int number) {
    put_back();
    // The former handler may be Swift's backtracer, which returns after SIGQUIT: the second signal ends the process.
    sigaction(number, &former[number], NULL);
    raise(number);
    signal(number, SIG_DFL);
    raise(number);
}

// A program that takes such a signal itself decides what becomes of it, and of the question.
static void ask_to_end(int number) {
    if (former[number].sa_handler == SIG_DFL) die(number);
    int saved = errno;
    struct sigaction own;
    sigaction(number, &former[number], &own);
    raise(number);
    sigaction(number, &own, NULL);
    errno = saved;
}

static void (*handler_of(int number))(int) {
    return number == SIGHUP || number == SIGINT || number == SIGTERM ? ask_to_end : die;
}

static void stop(int number) {
    int saved = errno;
    put_back();
    struct sigaction own;
    struct sigaction usual = {.sa_handler = SIG_DFL};
    sigaction(number, &usual, &own);
    raise(number);
    sigaction(number, &own, NULL);
    int fd = atomic_load(&terminal);
    if (fd >= 0) tcsetattr(fd, TCSANOW, &wanted);
    errno = saved;
}

static void handle(int number, void (*handler)(int)) {
    // A handler on its own stack works also after an overflow of the usual one; without SA_NODEFER `raise` would wait.
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_ONSTACK | SA_NODEFER | SA_RESTART};
    sigemptyset(&action.sa_mask);
    struct sigaction before;
    if (sigaction(number, NULL, &before) != 0 || before.sa_handler == SIG_IGN || before.sa_handler == handler) return;
    former[number] = before;
    sigaction(number, &action, NULL);
}

static void unhandle(int number, void (*handler)(int)) {
    struct sigaction now;
    // Somebody who took the signal meanwhile keeps it.
    if (sigaction(number, NULL, &now) == 0 && now.sa_handler == handler) sigaction(number, &former[number], NULL);
}

int runbook_terminal_enter(int fd, enum runbook_terminal_mode mode) {
    static atomic_flag registered = ATOMIC_FLAG_INIT;
    if (atomic_load(&terminal) >= 0) return EBUSY;
    if (tcgetattr(fd, &found) != 0) return errno;
    wanted = found;
    if (mode == RUNBOOK_TERMINAL_HIDDEN) {
        wanted.c_lflag = (wanted.c_lflag & ~(tcflag_t)ECHO) | ECHONL;
    } else {
        wanted.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
        wanted.c_cc[VMIN] = 1;
        wanted.c_cc[VTIME] = 0;
    }
    if (!atomic_flag_test_and_set(&registered)) atexit(runbook_terminal_leave);
    atomic_store(&terminal, fd);
    for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++) handle(deadly[i], handler_of(deadly[i]));
    handle(SIGTSTP, stop);
    if (tcsetattr(fd, TCSAFLUSH, &wanted) == 0) return 0;
    int error = errno;
    runbook_terminal_leave();
    return error;
}

void runbook_terminal_leave(void) {
    int fd = atomic_load(&terminal);
    if (fd < 0) return;
    tcsetattr(fd, TCSADRAIN, &found);
    atomic_store(&terminal, -1);
    for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++) unhandle(deadly[i], handler_of(deadly[i]));
    unhandle(SIGTSTP, stop);
}

int runbook_terminal_width(int fd) {
    struct winsize size;
    return ioctl(fd, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

void runbook_terminal_flush(int fd) { tcflush(fd, TCIFLUSH); }

int runbook_pseudo_terminal(char *name, size_t size) {
    int fd = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (fd < 0) return -errno;
    if (grantpt(fd) == 0 && unlockpt(fd) == 0 && ptsname_r(fd, name, size) == 0) return fd;
    int error = errno;
    close(fd);
    return -error;
}
