-- attendu: instructions
::encore::
goto encore
