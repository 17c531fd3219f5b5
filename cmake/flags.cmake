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
