#ifndef RUNBOOK_CCMARK_SHIM_H
#define RUNBOOK_CCMARK_SHIM_H

#include <cmark.h>

#endif
