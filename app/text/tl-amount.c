/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-amount.h"
