# The library, the program, and the rules and facts that they work with.
include(CMakePackageConfigHelpers)

install(TARGETS azimut_program)
install(TARGETS azimut_static azimut_shared EXPORT azimut)
install(FILES include/azimut.h TYPE INCLUDE)
install(DIRECTORY rules facts DESTINATION ${CMAKE_INSTALL_DATADIR}/azimut
    FILES_MATCHING PATTERN "*.lua" PATTERN "*.txt" PATTERN "*.tsv")

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/azimut)
install(EXPORT azimut NAMESPACE azimut:: DESTINATION ${package} FILE azimutTargets.cmake)
set(AZIMUT_DATA ${CMAKE_INSTALL_DATADIR}/azimut)
configure_package_config_file(cmake/azimutConfig.cmake.in azimutConfig.cmake
    INSTALL_DESTINATION ${package} PATH_VARS AZIMUT_DATA)
write_basic_package_version_file(azimutConfigVersion.cmake COMPATIBILITY SameMajorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/azimutConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/azimutConfigVersion.cmake
    DESTINATION ${package})

# The prefix is found from the place of azimut.pc, so that an installed tree may be moved.
file(RELATIVE_PATH AZIMUT_PREFIX_FROM_PC
    ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
configure_file(cmake/azimut.pc.in azimut.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/azimut.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
