#!/bin/sh
# Put a backup in a new, empty database and check it.
#   restore.sh FILE
# Roles are no part of a backup, so they are made first: set DATABASE_URL to the address of an administrator.
# SCHAKEL_DATABASE_NAME names the new database; the old one stays as it is.
set -eu
file=${1:?"say which backup"}
schakel prepare
schakel database restore "$file"
schakel migrate
schakel journal verify
