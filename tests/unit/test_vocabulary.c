/* The table of facts and its names; the nearest of many names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "failing_memory.h"
#include "small_vocabulary.h"

static void every_name_is_found_among_thousands(void **state) {
    (void)state;
    Arena arena;
    Vocabulary vocabulary;
    arena_init(&arena, &memory_standard);
    vocabulary_init(&vocabulary, &arena);
    assert_int_equal(vocabulary_find(&vocabulary, "x", 1), -1);
    for (int i = 0; i < 3000; i++) {
        Fact fact = {.name = arena_printf(&arena, "fait_%d", i), .type = FACT_INTEGER};
        assert_int_equal(vocabulary_add(&vocabulary, &fact), i);
    }
    for (int i = 0; i < 3000; i++) {
        const char *name = arena_printf(&arena, "fait_%d et la suite", i);
        assert_int_equal(vocabulary_find(&vocabulary, name, strcspn(name, " ")), i);
        assert_int_equal(vocabulary_find(&vocabulary, name, strlen(name)), -1);
    }
    assert_int_equal(vocabulary_find(&vocabulary, "fait_1\0", 7), -1);
    assert_int_equal(vocabulary_find(&vocabulary, "", 0), -1);
    arena_clear(&arena);
}

static void shapes_follow_types(void **state) {
    (void)state;
    Arena arena;
    Vocabulary vocabulary;
    arena_init(&arena, &memory_standard);
    assert_true(small_vocabulary(&vocabulary, &arena));
    const Fact *ess = &vocabulary.facts[vocabulary_find(&vocabulary, "est_ess", 7)];
    assert_int_equal(ess->shape, SHAPE_CANDIDATES);
    assert_int_equal(ess->words, 1);
    assert_string_equal(ess->choices[CHOICE_OUI].name, "oui");
    assert_int_equal(fact_choice(ess, "non", 3), CHOICE_NON);
    assert_int_equal(fact_choice(ess, "no", 2), -1);
    assert_string_equal(vocabulary.facts[vocabulary.needs].name, "besoins");
    assert_int_equal(vocabulary.facts[vocabulary.siege].shape, SHAPE_CANDIDATES);
    Value value;
    assert_true(fact_unknown(&vocabulary.facts[vocabulary.siege], &arena, &value));
    assert_int_equal(value.words, 2);
    assert_int_equal(bits_count(value.possible, 2), 108); /* the departements, and the Métropole de Lyon */
    assert_true(fact_unknown(&vocabulary.facts[vocabulary.needs], &arena, &value));
    assert_int_equal(value.possible[0], 31);
    assert_int_equal(value.sure[0], 0);
    arena_clear(&arena);
}

static void what_is_below_a_choice_holds_all_its_descendants(void **state) {
    (void)state;
    static const ChoiceLine deep[] = {{"a", "a", -1}, {"b", "b", 0}, {"c", "c", 1}, {"d", "d", 0}, {"e", "e", -1}};
    Arena arena;
    arena_init(&arena, &memory_standard);
    Fact fact = {.name = "f", .type = FACT_ENUM};
    assert_true(give_choices(&fact, &arena, deep, 5));
    assert_int_equal(fact.choices[0].below[0], 1 | 2 | 4 | 8);
    assert_int_equal(fact.choices[1].below[0], 2 | 4);
    assert_int_equal(fact.choices[2].below[0], 4);
    assert_int_equal(fact.choices[4].below[0], 16);
    arena_clear(&arena);
}

static void sixty_four_choices_fill_a_word(void **state) {
    (void)state;
    Arena arena;
    arena_init(&arena, &memory_standard);
    for (size_t count = 63; count <= 65; count++) {
        ChoiceLine lines[65];
        for (size_t i = 0; i < count; i++) lines[i] = (ChoiceLine){"x", "x", -1};
        Fact fact = {.name = "f", .type = FACT_SET, .shape = SHAPE_SET};
        assert_true(give_choices(&fact, &arena, lines, count));
        Value value;
        assert_true(fact_unknown(&fact, &arena, &value));
        assert_int_equal(value.words, count == 65 ? 2 : 1);
        assert_int_equal(bits_count(value.possible, value.words), count);
    }
    arena_clear(&arena);
}

static void the_nearest_name_may_be_a_synonym(void **state) {
    (void)state;
    Arena arena;
    Vocabulary vocabulary;
    arena_init(&arena, &memory_standard);
    assert_true(small_vocabulary(&vocabulary, &arena));
    assert_string_equal(vocabulary_nearest(&vocabulary, "forme juridique"), "forme_juridique");
    assert_string_equal(vocabulary_nearest(&vocabulary, "Nombre de salarié"), "effectif_salarie");
    assert_null(vocabulary_nearest(&vocabulary, "zzzzzzzzzz"));
    const Fact *forme = &vocabulary.facts[vocabulary_find(&vocabulary, "forme_juridique", 15)];
    assert_string_equal(fact_nearest_choice(forme, "coopérative"), "cooperative");
    assert_string_equal(fact_nearest_choice(forme, "scpo"), "scop");
    arena_clear(&arena);
}

static void the_nearest_of_more_than_a_pool(void **state) {
    (void)state;
    char names[200][16];
    for (int wanted = 0; wanted < 200; wanted += 33) {
        Nearest nearest;
        nearest_init(&nearest, "abricotier");
        for (int i = 0; i < 200; i++) {
            snprintf(names[i], sizeof names[i], i == wanted ? "abricotierr" : "zz%d", i);
            nearest_offer(&nearest, names[i]);
        }
        assert_string_equal(nearest_get(&nearest), "abricotierr");
    }
}

static bool build(const Memory *memory) {
    Arena arena;
    Vocabulary vocabulary;
    arena_init(&arena, memory);
    bool built = small_vocabulary(&vocabulary, &arena);
    arena_clear(&arena);
    return built;
}

static void running_out_of_memory_leaves_nothing(void **state) {
    (void)state;
    SWEEP(build);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_name_is_found_among_thousands),
        cmocka_unit_test(shapes_follow_types),
        cmocka_unit_test(what_is_below_a_choice_holds_all_its_descendants),
        cmocka_unit_test(sixty_four_choices_fill_a_word),
        cmocka_unit_test(the_nearest_name_may_be_a_synonym),
        cmocka_unit_test(the_nearest_of_more_than_a_pool),
        cmocka_unit_test(running_out_of_memory_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
