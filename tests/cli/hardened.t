# hardened.t - what the program gives up before it does anything.

# What is so here, as the kernel says; on one that is new enough all of it (a checked build is left open to its leak checker).
$ qinqing version --build | tail -n +2 | grep -vE "landlock|not-dumpable"
environment: 有
descriptors: 有
no-core: 有
no-new-privileges: 有
seccomp: 有

# No core is written, whatever the shell allows.
$ office
> ulimit -c unlimited 2>/dev/null; qinqing version --build | grep no-core
no-core: 有

# What it makes is its owner's alone, whatever the shell says.
$ umask 0; mkdir -m 700 here; QINQING_DATA=$PWD/here/data qinqing init >/dev/null; find here/data -perm /077
...
