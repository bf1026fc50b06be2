/** What is measured of all requests, and of the program itself. */
package org.humdash.gateway.meter;
