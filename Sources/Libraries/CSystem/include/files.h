#ifndef RUNBOOK_CSYSTEM_FILES_H
#define RUNBOOK_CSYSTEM_FILES_H

/// The type of the file system that holds a path (`f_type` of statfs(2)), or a negative error number.
long runbook_file_system(const char *path);

/// Opens a place in the file system without opening what is there (O_PATH of open(2)): a pipe does not block, and a
/// device does not notice. Gives a descriptor, or -1 with `errno`.
int runbook_open_place(const char *path);

#endif
