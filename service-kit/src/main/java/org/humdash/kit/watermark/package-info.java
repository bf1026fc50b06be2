/** When what can be read last changed, told to the gateway so that it need not ask for what has not. */
package org.humdash.kit.watermark;
