#ifndef RUNBOOK_CSQLITE_SHIM_H
#define RUNBOOK_CSQLITE_SHIM_H

#include <sqlite3.h>

#endif
