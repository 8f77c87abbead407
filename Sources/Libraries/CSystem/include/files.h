#ifndef RUNBOOK_CSYSTEM_FILES_H
#define RUNBOOK_CSYSTEM_FILES_H

/// The type of the file system that holds a path (`f_type` of statfs(2)), or a negative error number.
long runbook_file_system(const char *path);

#endif
