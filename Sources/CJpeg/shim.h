// libjpeg-turbo by its own interface, which returns errors instead of ending the process: JPEG that must be decoded.
#include <turbojpeg.h>
