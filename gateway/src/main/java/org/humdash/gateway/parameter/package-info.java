/** Parameters that the gateway's own resources have in common. */
package org.humdash.gateway.parameter;
