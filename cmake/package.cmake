# The Debian package: the program with its pages, words and voice below /usr, its settings in
# /etc/banshi, its data in /var/lib/banshi. bin/package makes it.

install(TARGETS banshi RUNTIME DESTINATION lib/banshi)
install(PROGRAMS package/banshi DESTINATION bin)
install(PROGRAMS package/banshi-backup DESTINATION lib/banshi)
install(FILES package/banshi.env DESTINATION share/banshi)
install(FILES package/banshi.service package/banshi-backup.service package/banshi-backup.timer
        DESTINATION /lib/systemd/system)
install(FILES docs/operations.md docs/measured.md docs/threat-model.md docs/asvs.md GLOSSARY.md
        CHANGELOG.md DESTINATION share/doc/banshi)
install(FILES docs/pictures/growth-clients.svg docs/pictures/growth-records.svg
        DESTINATION share/doc/banshi/pictures)
install(FILES docs/alerts.yml docs/dashboard.json DESTINATION share/doc/banshi/monitoring)
install(DIRECTORY text voice DESTINATION share/banshi)
install(DIRECTORY web/dist/ DESTINATION share/banshi/pages)
install(DIRECTORY config/ DESTINATION /etc/banshi)

# Settings are the site's: an upgrade asks before it changes one that was edited.
file(GLOB_RECURSE settings RELATIVE ${PROJECT_SOURCE_DIR}/config config/*)
list(TRANSFORM settings PREPEND /etc/banshi/)
list(JOIN settings "\n" settings)
file(WRITE ${PROJECT_BINARY_DIR}/package/conffiles "${settings}\n")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME banshi)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "Banshi")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Public-service systems of a city, on one small server")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "adduser, ca-certificates, fonts-noto-cjk, tzdata")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/package/postinst
    ${PROJECT_SOURCE_DIR}/package/prerm ${PROJECT_BINARY_DIR}/package/conffiles)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_STRIP_FILES ON)
include(CPack)
