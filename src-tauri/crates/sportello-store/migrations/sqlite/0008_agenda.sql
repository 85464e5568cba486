pragma user_version = 8;
