/* main.c - makes the surroundings safe and hands over to the command line. */
#include "base/harden.h"
#include "cli/cli.h"

#include <fcntl.h>
#include <unistd.h>

/* A closed descriptor 0-2 would be given to the data file, and the first message would be written
 * into it. */
static void open_standard_descriptors(void)
{
	int fd;

	do {
		fd = open("/dev/null", O_RDWR);
		if (fd < 0)
			_exit(EXIT_FAULT);
	} while (fd <= STDERR_FILENO);
	close(fd);
}

int main(int argc, char **argv)
{
	open_standard_descriptors();
	harden_begin();
	return cli_main(argc, argv);
}
