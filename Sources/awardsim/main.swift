print("awardsim")
