-- Copy the database into a new file under the same key.
VACUUM INTO ?1
