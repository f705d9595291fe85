Finder.take("chu-_",{"w":{"bao":[-1],"gi":[-2],"hoac":[1],"la":[-2],"mot":[1],"nhieu":[1],"phu":[1],"thon":[1],"to":[-1,-2],"trach":[1],"ve":[-1]},"h":[]});
