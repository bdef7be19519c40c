print("complain")
