#ifndef RUNBOOK_CMICROHTTPD_SHIM_H
#define RUNBOOK_CMICROHTTPD_SHIM_H

#include <microhttpd.h>

#endif
