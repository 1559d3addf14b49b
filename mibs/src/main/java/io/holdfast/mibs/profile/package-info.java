/**
 * Device profiles: what a family of devices says by SNMP and what it means, as data, and the strict
 * reader of their YAML.
 */
@NullMarked
package io.holdfast.mibs.profile;

import org.jspecify.annotations.NullMarked;
