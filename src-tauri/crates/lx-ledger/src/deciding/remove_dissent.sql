-- Take a dissent back.
DELETE FROM dissent WHERE by = ?1
