/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "perceptron.h"

G_BEGIN_DECLS

void calibration_fit   (const TrainingSet  *set,
                        PerceptronPart      part,
                        TlModelParts       *parts);
void calibration_print (const TrainingSet  *set,
                        PerceptronPart      part,
                        const TlModelParts *parts);

G_END_DECLS
