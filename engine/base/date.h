/* Civil dates as day numbers, and durations of whole months and days. Proleptic Gregorian calendar, no clock, no time zone. */
#ifndef AZIMUT_BASE_DATE_H
#define AZIMUT_BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef int32_t Day; /* days since 1970-01-01 */

typedef struct Date {
    int year, month, day;
} Date;

/* A duration of the documents: « 3 ans » is 36 months, « 45 jours » is 45 days. Never both. */
typedef struct Duration {
    int months, days;
} Duration;

#define DAY_MIN ((Day)-62091) /* 1800-01-01: earlier dates are refused as typing errors */
#define DAY_MAX ((Day)84005)  /* 2199-12-31 */

/* From Monday, 0. */
#define DAY_SATURDAY 5
#define DAY_SUNDAY 6
int day_of_week(Day day);

bool date_valid(Date date);
Day day_from_date(Date date);
Date date_from_day(Day day);
int date_month_length(int year, int month);
/* `day` + `duration`; a missing day becomes the last of the month (29 February + 1 year = 28 February). */
Day day_add(Day day, Duration duration);
/* The last day d with day_add(d, duration) <= `limit`. day_add is monotone, so "at least `duration` ago on `limit`" is "d <= it".
 */
Day day_latest_reaching(Day limit, Duration duration);
/* Reads exactly `AAAA-MM-JJ` (length 10), `AAAA-MM` or `AAAA`: the first and last day it may mean. False when it is not one of
 * these forms, is no date, or lies outside DAY_MIN..DAY_MAX. */
bool day_read(const char *bytes, size_t length, Day *first, Day *last);
/* `2026-11-21`; held within the years 1 to 9999, which a sum of durations might leave. */
void day_write(Day day, char out[11]);

#endif
