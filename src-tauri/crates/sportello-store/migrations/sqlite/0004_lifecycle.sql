pragma user_version = 4;
