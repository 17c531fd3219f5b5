-- attendu: a??b
error("a\xff\x01b")
