// libyaml: events of YAML 1.1.
#include <yaml.h>
