-- Whose key a token was spent for, so that an agent that never got its answer gets another.
-- SHA-256 of the public key in hex; NULL in certificates from before.
ALTER TABLE certificate ADD COLUMN key_digest TEXT;
