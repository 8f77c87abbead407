#ifndef RUNBOOK_CJQ_SHIM_H
#define RUNBOOK_CJQ_SHIM_H

#include <jv.h>
#include <jq.h>

#endif
