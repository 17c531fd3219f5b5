/* Figures in French: numbers, amounts, dates, durations, and what is known of them. Texts are made in the arena given; when memory
 * runs out the arena says so and the texts are empty, never NULL. */
#ifndef AZIMUT_EXPLAIN_FIGURES_H
#define AZIMUT_EXPLAIN_FIGURES_H

#include "base/date.h"
#include "explain/french.h"

/* « 1 900 000 », « 2,5 », « −3 »: at most two decimals, rounded half away from zero. */
const char *figure_number(Arena *arena, double value);
/* « 80 000 € »; cents are two figures when there are any. */
const char *figure_money(Arena *arena, double value);
/* Plural from two on: 0, 1 and 1,5 are singular. */
bool figure_plural(double count);
/* « 1 personne salariée », « 2 personnes salariées »; « € » is money; without unit, the number alone. */
const char *figure_count(Arena *arena, double count, const char *unit, const char *units);
/* « 21 novembre 2026 », « 1er janvier 2027 ». */
const char *figure_date(Arena *arena, Day day);
/* 1..12: « janvier »… ; « » outside. */
const char *figure_month(int month);
/* « novembre 2026 » */
const char *figure_month_year(Arena *arena, Day day);
/* « 3 ans » for 36 months, « 9 mois », « 1 an et 6 mois » for 18 (« 18 mois » when `plain`), « 45 jours ». */
const char *figure_duration(Arena *arena, Duration duration, bool plain);
/* How long from `from` to `to` (from <= to): « 3 ans », « 3 ans et 1 jour », « 2 ans et 11 mois », « 7 mois et 3
 * jours », « un peu moins de 5 mois » (by five days at most), « 44 jours » (under two months). */
const char *figure_elapsed(Arena *arena, Day from, Day to);
/* « 28 novembre 2026, dans 6 jours », « …, aujourd’hui même »: a day from `from` on; `earliest`: « … au plus tôt ». */
const char *figure_until(Arena *arena, Day from, Day day, bool earliest);
/* « 22 novembre 2026 (un dimanche) »: of a day that is to be held at a court. */
const char *figure_court_day(Arena *arena, Day day);
/* figure_until of the last day on which a court can be seized: « 22 novembre 2026 (un dimanche), aujourd’hui même ». */
const char *figure_last_day(Arena *arena, Day from, Day day, bool earliest);
/* « entre le 2 janvier 2027 et le 1er janvier 2028 », « entre le 1er et le 31 mai 2028 »: two different days. */
const char *figure_between(Arena *arena, Day low, Day high);
/* What is known of a date: « le 12 mars 2019 », « en mars 2019 », « en 2019 », « entre 2019 et 2021 », « à partir du … »,
 * « au plus tard le … », « entre le … et le … ». Infinite or DAY_MIN, DAY_MAX ends are open. */
const char *figure_when(Arena *arena, Span days);
/* What is known of a quantity: « 9 personnes salariées », « de 10 à 19 personnes salariées », « plus de 300 000 € », « au
 * moins 10 », « au plus 19 », « moins de 5 ». `minimum` and `maximum`: bounds of the fact, which count as no bound. */
const char *figure_range(Arena *arena, Span span, double minimum, double maximum, const char *unit, const char *units);

#endif
