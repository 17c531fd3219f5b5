/* Columns: what is put in a row is got back, and nothing else moves. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "failing_memory.h"
#include "knowledge/block.h"
#include "small_vocabulary.h"

static void rows_are_independent(void **state) {
    (void)state;
    Arena arena;
    Vocabulary vocabulary;
    Block block;
    arena_init(&arena, &memory_standard);
    assert_true(small_vocabulary(&vocabulary, &arena));
    assert_int_equal(block_init(&block, &arena, &vocabulary, 3), STATUS_OK);
    assert_int_equal(block.rows, 0);
    for (int fact = 0; fact < (int)vocabulary.count; fact++) {
        Value unknown, value, got;
        assert_true(fact_unknown(&vocabulary.facts[fact], &arena, &unknown));
        assert_true(fact_unknown(&vocabulary.facts[fact], &arena, &value));
        assert_true(fact_unknown(&vocabulary.facts[fact], &arena, &got));
        value.span = (Span){1, 2};
        if (value.words) value.possible[value.words - 1] = 1;
        block_put(&block, 1, fact, &value);
        block_get(&block, 1, fact, &got);
        assert_true(value_equal(&got, &value));
        for (size_t row = 0; row < 3; row += 2) {
            block_get(&block, row, fact, &got);
            assert_true(value_equal(&got, &unknown));
        }
    }
    block_impose(&block, 1, vocabulary.siege, true);
    block_copy_row(&block, 2, &block, 1);
    assert_true(block.columns[vocabulary.siege].imposed[2]);
    assert_int_equal(block.columns[vocabulary.siege].possible[1 * 3 + 2], 1);
    block_reset_row(&block, 2);
    assert_false(block.columns[vocabulary.siege].imposed[2]);
    assert_true(block.columns[vocabulary.siege].imposed[1]);
    assert_int_equal(block.columns[vocabulary.siege].possible[0 * 3 + 2], ~UINT64_C(0));
    assert_null(block.columns[vocabulary.needs].imposed);
    arena_clear(&arena);
}

static Value coded(const char *code) {
    return (Value){.shape = SHAPE_TEXT, .text = code};
}

static int fact_of(const Vocabulary *vocabulary, const char *name) {
    return vocabulary_find(vocabulary, name, strlen(name));
}

static void a_fact_set_becomes_a_block_of_one(void **state) {
    (void)state;
    Arena arena;
    Vocabulary vocabulary;
    FactSet facts;
    Block block;
    arena_init(&arena, &memory_standard);
    assert_true(small_vocabulary(&vocabulary, &arena));
    assert_int_equal(factset_init(&facts, &arena, &vocabulary), STATUS_OK);
    assert_string_equal(factset_name(&facts), "la structure");
    Origin imposed = {.given = true, .imposed = true};
    Value region = coded("53"), departement = coded("35"), name = coded("Kuti’Lab");
    assert_int_equal(factset_put(&facts, fact_of(&vocabulary, "nom"), &name, NULL), STATUS_OK);
    assert_int_equal(factset_put(&facts, fact_of(&vocabulary, "region"), &region, NULL), STATUS_OK);
    assert_int_equal(factset_put(&facts, fact_of(&vocabulary, "departement"), &departement, &imposed), STATUS_OK);
    assert_string_equal(factset_name(&facts), "Kuti’Lab");
    assert_int_equal(block_from_facts(&block, &arena, &facts), STATUS_OK);
    assert_int_equal(block.rows, 1);
    Value siege;
    assert_true(fact_unknown(&vocabulary.facts[vocabulary.siege], &arena, &siege));
    block_get(&block, 0, vocabulary.siege, &siege);
    assert_true(value_known(&siege) &&
                bits_has(siege.possible, (size_t)territory_departement(&vocabulary.territory, "35", 2, false)));
    assert_true(block.columns[vocabulary.siege].imposed[0]);
    arena_clear(&arena);
}

static void a_place_put_again_takes_its_dispute_back(void **state) {
    (void)state;
    Arena arena;
    Vocabulary vocabulary;
    FactSet facts;
    arena_init(&arena, &memory_standard);
    assert_true(small_vocabulary(&vocabulary, &arena));
    assert_int_equal(factset_init(&facts, &arena, &vocabulary), STATUS_OK);
    Value bretagne = coded("53"), occitanie = coded("76"), toulouse = coded("31555");
    int region = fact_of(&vocabulary, "region");
    assert_int_equal(factset_put(&facts, region, &bretagne, NULL), STATUS_OK);
    assert_int_equal(factset_put(&facts, fact_of(&vocabulary, "commune"), &toulouse, NULL), STATUS_OK);
    assert_int_equal(facts.dispute_count, 1);
    assert_string_equal(facts.disputes[0].first, "commune 31555");
    assert_int_equal(bits_count(facts.values[vocabulary.siege].possible, 2), 5);
    assert_int_equal(factset_put(&facts, region, &occitanie, NULL), STATUS_OK);
    assert_int_equal(facts.dispute_count, 0);
    assert_int_equal(bits_count(facts.values[vocabulary.siege].possible, 2), 1);
    arena_clear(&arena);
}

static bool build(const Memory *memory) {
    Arena arena, shared;
    Vocabulary vocabulary;
    FactSet facts;
    Block block;
    arena_init(&shared, &memory_standard);
    assert_true(small_vocabulary(&vocabulary, &shared));
    arena_init(&arena, memory);
    Value region = coded("53"), departement = coded("31");
    Origin imposed = {.given = true, .imposed = true};
    bool built = factset_init(&facts, &arena, &vocabulary) == STATUS_OK &&
                 factset_put(&facts, fact_of(&vocabulary, "region"), &region, NULL) == STATUS_OK &&
                 factset_put(&facts, fact_of(&vocabulary, "departement"), &departement, NULL) == STATUS_OK &&
                 factset_put(&facts, fact_of(&vocabulary, "region"), &region, &imposed) == STATUS_OK &&
                 block_from_facts(&block, &arena, &facts) == STATUS_OK;
    arena_clear(&arena);
    arena_clear(&shared);
    return built;
}

static void running_out_of_memory_is_a_status(void **state) {
    (void)state;
    SWEEP(build);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_independent),
        cmocka_unit_test(a_fact_set_becomes_a_block_of_one),
        cmocka_unit_test(a_place_put_again_takes_its_dispute_back),
        cmocka_unit_test(running_out_of_memory_is_a_status),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
