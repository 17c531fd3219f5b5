/* Nodes of condition trees as words make them. */
#ifndef AZIMUT_RULES_NODES_H
#define AZIMUT_RULES_NODES_H

#include "rules/words.h"

/* A node of one part. */
Node *node_new(lua_State *L, NodeKind kind, int line);
/* Puts parts below a node, and counts; reports a tree that is too large or too deep, and then leaves the parts out. */
void node_put_parts(lua_State *L, Node *node, Node **parts, size_t count);
/* A deep copy, sharing texts and quotations. */
Node *node_copy(lua_State *L, const Node *node);
/* An unknown that stands for something already reported. */
Node *node_broken(lua_State *L, int line);
/* The value at `index` as a condition; NULL when it is none, which is reported with `what` (« si », « tous », …) at
 * `spot`. */
Node *node_take(lua_State *L, int index, const char *what, Spot spot);
/* The same for a whole tree: every leaf must have its grounds, its own or those of what holds it (`inherited`, or NULL). */
Node *node_take_root(lua_State *L, int index, const char *what, Spot spot, const Grounds *inherited);
/* Gives each leaf of a tree the grounds of what holds it where it has none of its own; reports those that have none at all. */
void nodes_settle_grounds(lua_State *L, Node *node, const Grounds *inherited);
/* Reads a group's or a criterion's common keys: titre, nom, question, motif, rempli, …, source. */
void node_read_common(const Reading *reading, Node *node);
/* The common keys, to be listed by whoever opens such a table. */
#define NODE_KEYS "titre", "nom", "question", "motif", "rempli", "non_rempli", "inconnu_si", "source", "infere", "prime_sur"

/* What a selon or a divergence holds, put into a node. */
Node *node_from_choosing(lua_State *L, int index, const Object *object);
/* The condition of branch `i`, for one more place. */
Node *choosing_condition(lua_State *L, const Choosing *choosing, size_t i);
/* Pushes result `position` (from 0) of the selon or divergence at `index`. */
int choosing_result(lua_State *L, int index, size_t position);
/* Where result `position` stands. */
Spot choosing_spot(lua_State *L, const Choosing *choosing, size_t position);

#endif
