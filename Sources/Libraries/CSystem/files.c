#include "files.h"

#include <errno.h>
#include <sys/vfs.h>

long runbook_file_system(const char *path) {
    struct statfs system;
    return statfs(path, &system) == 0 ? (long)system.f_type : -(long)errno;
}
