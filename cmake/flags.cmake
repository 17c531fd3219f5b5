# The flags of our own code, in one place. Linked PRIVATE: whoever uses the library keeps theirs.
add_library(azimut_flags INTERFACE)
target_compile_features(azimut_flags INTERFACE c_std_17)
target_compile_definitions(azimut_flags INTERFACE _POSIX_C_SOURCE=200809L)
target_compile_options(azimut_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes
    $<$<BOOL:${AZIMUT_WERROR}>:-Werror>)
if(AZIMUT_SANITIZE)
    target_compile_options(azimut_flags INTERFACE
        -fsanitize=${AZIMUT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(azimut_flags INTERFACE -fsanitize=${AZIMUT_SANITIZE})
endif()

# c_std_17 alone would ask for gnu17.
set(CMAKE_C_EXTENSIONS OFF)

# A release of the program is optimised across its files: a batch takes a tenth less time. The objects keep their machine code beside, for the
# shared library's users and for the tests, which are linked with it as it is.
if(CMAKE_C_COMPILER_ID STREQUAL "GNU" AND NOT AZIMUT_SANITIZE)
    set(AZIMUT_ACROSS_FILES $<$<CONFIG:Release>:-flto=auto> $<$<CONFIG:Release>:-ffat-lto-objects>)
endif()
