-- attendu: coroutine
coroutine.wrap(function() end)()
