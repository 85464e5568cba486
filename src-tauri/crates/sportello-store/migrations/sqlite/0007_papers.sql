pragma user_version = 7;
