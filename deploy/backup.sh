#!/bin/sh
# Write a backup, which is read back as a check, and forget those older than KEEP_DAYS (30).
#   backup.sh FOLDER
# Signs in as the backup role: it reads every row and changes none. The settings come from the environment.
set -eu
folder=${1:?"say in which folder"}
keep=${KEEP_DAYS:-30}
umask 077
mkdir -p "$folder"
file="$folder/schakel-$(date -u +%Y%m%dT%H%M%SZ).dump"
schakel database dump "$file"
find "$folder" -maxdepth 1 -name 'schakel-*.dump' -mtime "+$keep" -delete
