/* Day numbers by whole eras of 400 years, the year taken from March so that the leap day comes last. Arithmetic is done on 64 bits
 * and held within Day, so that an absurd duration gives the last day there is instead of overflowing. */
#include "base/date.h"

#include "base/byte_mask.h"

#define DAYS_PER_ERA 146097
#define DAYS_TO_1970 719468 /* from 0000-03-01 */

/* Neither this nor what follows branches on a date: which way it would go cannot be guessed. */
static bool leap(int64_t year) {
    return (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0));
}

static int64_t floor_divide(int64_t a, int64_t b) {
    return a / b - (a % b != 0 && (a % b < 0) != (b < 0));
}

static Day hold(int64_t day) {
    return day < INT32_MIN ? INT32_MIN : day > INT32_MAX ? INT32_MAX : (Day)day;
}

static int month_length(int64_t year, int month) {
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return lengths[month - 1] + ((month == 2) & leap(year));
}

int date_month_length(int year, int month) {
    return month_length(year, month);
}

/* 1970-01-01 was a Thursday. */
int day_of_week(Day day) {
    return (int)((((int64_t)day + 3) % 7 + 7) % 7);
}

bool date_valid(Date date) {
    return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= month_length(date.year, date.month);
}

static int64_t number_of(int64_t year, int month, int day) {
    if (month <= 2) year--;
    int64_t era = floor_divide(year, 400), year_of_era = year - era * 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * DAYS_PER_ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - DAYS_TO_1970;
}

Day day_from_date(Date date) {
    return hold(number_of(date.year, date.month, date.day));
}

Date date_from_day(Day day) {
    int64_t shifted = (int64_t)day + DAYS_TO_1970;
    int64_t era = floor_divide(shifted, DAYS_PER_ERA), of_era = shifted - era * DAYS_PER_ERA;
    int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / (DAYS_PER_ERA - 1)) / 365;
    int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t from_march = (5 * of_year + 2) / 153;
    int month = (int)(from_march < 10 ? from_march + 3 : from_march - 9);
    int year = (int)(year_of_era + era * 400) + (month <= 2);
    return (Date){year, month, (int)(of_year - (153 * from_march + 2) / 5) + 1};
}

/* The month `months` after that of `date`, its first day. */
static void move_month(Date date, int64_t months, int64_t *year, int *month) {
    int64_t count = (int64_t)date.year * 12 + date.month - 1 + months;
    *year = floor_divide(count, 12);
    *month = (int)(count - *year * 12) + 1;
}

Day day_add(Day day, Duration duration) {
    Date date = date_from_day(day);
    int64_t year;
    int month;
    move_month(date, duration.months, &year, &month);
    int length = month_length(year, month);
    return hold(number_of(year, month, date.day < length ? date.day : length) + duration.days);
}

Day day_latest_reaching(Day limit, Duration duration) {
    Date end = date_from_day(hold((int64_t)limit - duration.days));
    int64_t year;
    int month;
    move_month(end, -(int64_t)duration.months, &year, &month);
    int length = month_length(year, month);
    /* On the last day of a month all the longer month's days have come; before it, only those up to the same number. */
    bool all = end.day == month_length(end.year, end.month) || end.day > length;
    return hold(number_of(year, month, all ? length : end.day));
}

/* `count` digits; -1 when one is something else. */
static inline int digits(const char *bytes, int count) {
    int value = 0;
    bool other = false;
    for (int i = 0; i < count; i++) {
        const int digit = bytes[i] - '0';
        other |= (unsigned)digit > 9;
        value = value * 10 + digit;
    }
    return other ? -1 : value;
}

/* « 2026-11-21 », its last eight bytes at once: a digit is refused where it is over 9, a dash where it is anything else. */
static Date read_whole(const char *bytes) {
    const uint64_t digit = UINT64_C(0x7676007676007676), dash = UINT64_C(0x00007F00007F0000), high = UINT64_C(0x8080808080808080);
    const uint64_t values = byte_mask_word(bytes + 2) ^ UINT64_C(0x30302D30302D3030);
    const uint64_t pairs = values * 10 + (values >> 8);
    const int century = digits(bytes, 2);
    const bool right = (((values + digit + dash) | values) & high) == 0 && century >= 0;
    return right ? (Date){century * 100 + (int)(pairs & 0xFF), pairs >> 24 & 0xFF, pairs >> 48 & 0xFF} : (Date){0, 0, 0};
}

static Date read_part(const char *bytes, size_t length) {
    if ((length != 4 && length != 7) || (length == 7 && bytes[4] != '-')) return (Date){0, 0, 0};
    return (Date){digits(bytes, 4), length == 7 ? digits(bytes + 5, 2) : 1, 1};
}

bool day_read(const char *bytes, size_t length, Day *first, Day *last) {
    const Date from = length == 10 ? read_whole(bytes) : read_part(bytes, length);
    if (!date_valid(from)) return false;
    Date to = from;
    if (length == 4) to.month = 12;
    if (length < 10) to.day = date_month_length(to.year, to.month);
    Day lowest = day_from_date(from), highest = length == 10 ? lowest : day_from_date(to);
    if (lowest < DAY_MIN || highest > DAY_MAX) return false;
    *first = lowest;
    *last = highest;
    return true;
}

static void write_digits(int value, char *end, int count) {
    for (; count > 0; count--, value /= 10) *--end = (char)('0' + value % 10);
}

void day_write(Day day, char out[11]) {
    Day earliest = day_from_date((Date){1, 1, 1}), latest = day_from_date((Date){9999, 12, 31});
    Date date = date_from_day(day < earliest ? earliest : day > latest ? latest : day);
    write_digits(date.year, out + 4, 4);
    out[4] = '-';
    write_digits(date.month, out + 7, 2);
    out[7] = '-';
    write_digits(date.day, out + 10, 2);
    out[10] = '\0';
}
