/// The functions of a library that is loaded at the first call of any of them: to link it costs every start of the
/// program, and most starts do not need it.
///
/// Before it includes this, a file defines
/// - `LIBRARY`: the library's name with its version, as dlopen(3) takes it;
/// - `FUNCTIONS(X)`: `X(result, name, (parameters), (arguments))` for each function; it becomes a function of the same name;
/// - `VARIADICS(X)`: the same without arguments for those that Swift cannot call; the file calls them by `library()->name`.
///
/// The prototypes are the library's own, so that a wrong one does not compile.
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

#define FUNCTION_POINTER(result, name, parameters, ...) result(*name) parameters;
static struct library {
    FUNCTIONS(FUNCTION_POINTER)
    VARIADICS(FUNCTION_POINTER)
} loaded;
#undef FUNCTION_POINTER

/// Says what the system's loader would have said at the start, and ends the process with its code.
static void end(void) {
    const char *text = dlerror();
    fprintf(stderr, "runbook: %s\n", text ? text : LIBRARY " cannot be loaded");
    _exit(127);
}

static void load(void) {
    void *handle = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
    if (handle == NULL) end();
#define LOOK_UP(result, name, ...)                                                                                     \
    *(void **)&loaded.name = dlsym(handle, #name);                                                                     \
    if (loaded.name == NULL) end();
    FUNCTIONS(LOOK_UP)
    VARIADICS(LOOK_UP)
#undef LOOK_UP
}

/// The functions, loaded once from any thread.
static struct library *library(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    return &loaded;
}

#define DEFINITION(result, name, parameters, arguments)                                                                \
    result name parameters { return library()->name arguments; }
FUNCTIONS(DEFINITION)
#undef DEFINITION
