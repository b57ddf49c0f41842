/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-chart-export.h"

G_BEGIN_DECLS

/**
 * TlPictureSize:
 * @TL_PICTURE_SIZE_COLUMN: of a column of a page
 * @TL_PICTURE_SIZE_PAGE: of a page's width
 * @TL_PICTURE_SIZE_SLIDE: of a slide or a screen
 * @TL_PICTURE_SIZE_WINDOW: as the chart is seen
 * @TL_PICTURE_SIZE_CUSTOM: of a width and height of the person's own
 *
 * Sizes of pictures of charts.
 */
typedef enum
{
  TL_PICTURE_SIZE_COLUMN,
  TL_PICTURE_SIZE_PAGE,
  TL_PICTURE_SIZE_SLIDE,
  TL_PICTURE_SIZE_WINDOW,
  TL_PICTURE_SIZE_CUSTOM,
} TlPictureSize;

/**
 * TlPictureChoices:
 * @format: the file's format
 * @size: the chart's size
 * @width: the width of %TL_PICTURE_SIZE_CUSTOM
 * @height: its height
 * @scale: of a PNG, pixels a unit
 * @style: the colours
 *
 * What pictures a person likes to have of charts.
 */
typedef struct
{
  TlChartFormat format;
  TlPictureSize size;
  int           width;
  int           height;
  int           scale;
  TlChartStyle  style;
} TlPictureChoices;

#define TL_PICTURE_MIN_SIDE 100
#define TL_PICTURE_MAX_SIDE 8000
#define TL_PICTURE_MAX_SCALE 4

void           tl_picture_choices_load          (TlPictureChoices       *self,
                                                 GSettings              *settings);
void           tl_picture_choices_save          (const TlPictureChoices *self,
                                                 GSettings              *settings);
TlChartPicture tl_picture_choices_get_picture   (const TlPictureChoices *self,
                                                 int                     window_width,
                                                 int                     window_height);
TlChartPicture tl_picture_choices_get_png       (GSettings              *settings,
                                                 GtkWidget              *view);
char          *tl_picture_choices_dup_file_name (TlChart                *chart,
                                                 TlChartFormat           format);

G_END_DECLS
